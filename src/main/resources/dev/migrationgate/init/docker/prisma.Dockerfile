# The migration's image: the service's Dockerfile, with the same code and the same dependencies, and without a command.
# The Job says what to run.
FROM node:22-alpine
RUN apk add --no-cache openssl
WORKDIR /app
ENV NODE_ENV=production
# prisma itself must be one of the `dependencies`: those for development are left out.
COPY package*.json ./
RUN npm ci --omit=dev
COPY prisma ./prisma
RUN npx prisma generate
COPY . .
USER 1000
